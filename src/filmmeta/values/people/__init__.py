"""People as credits print them: names whole and in their own order, with roles and remarks beside them."""

from filmmeta.values.people.credits import Credit, Roles, credit, credits, roles
from filmmeta.values.people.lists import people
from filmmeta.values.people.names import Person, person

__all__ = ["Credit", "Person", "Roles", "credit", "credits", "people", "person", "roles"]
