"""Every call about members of DT's Python package, for projects and for organizations."""

from datetime import datetime

import disruptive as dt
import pytest
from disruptive.errors import BadRequest, Conflict, Forbidden, NotFound

Project, Organization, Role = dt.Project, dt.Organization, dt.Role


def person(project, email="kari@example.com", role=Role.PROJECT_USER):
    """A member of a project who has no account."""
    return Project.add_member(project.project_id, email, [role])


def service_account_of(emulator, role):
    """The id of the demo account with this role."""
    return emulator.accounts[role]["email"].split("@")[0]


def test_a_member_is_read_as_it_is_listed(project):
    members = Project.list_members(project.project_id)
    assert members != []
    for member in members:
        assert Project.get_member(member.member_id, project.project_id).raw == member.raw


def test_the_demo_has_every_kind_of_member(project):
    members = Project.list_members(project.project_id)
    assert {member.account_type for member in members} == {"USER", "SERVICE_ACCOUNT"}
    assert {member.status for member in members} == {"ACCEPTED", "PENDING"}
    assert all(isinstance(member.create_time, datetime) for member in members)


def test_a_service_account_is_a_member_by_its_id(emulator, project):
    account = service_account_of(emulator, "project.developer")
    member = Project.get_member(account, project.project_id)
    assert (member.account_type, member.status) == ("SERVICE_ACCOUNT", "ACCEPTED")
    assert member.roles == [Role.PROJECT_DEVELOPER]
    assert member.email == emulator.accounts["project.developer"]["email"]


def test_a_person_is_invited_to_a_project(project):
    member = person(project)
    assert (member.email, member.account_type, member.status) == ("kari@example.com", "USER", "PENDING")
    assert member.roles == [Role.PROJECT_USER]
    assert member.raw in [listed.raw for listed in Project.list_members(project.project_id)]
    assert Project.get_member_invite_url(member.member_id, project.project_id).startswith("http")


def test_who_has_an_account_has_no_invitation(emulator, project):
    account = service_account_of(emulator, "project.user")
    with pytest.raises(BadRequest):
        Project.get_member_invite_url(account, project.project_id)


@pytest.mark.parametrize("role", [Role.PROJECT_USER, Role.PROJECT_DEVELOPER, Role.PROJECT_ADMIN])
def test_another_role_replaces_the_one_there_was(project, role):
    member = person(project, role=Role.PROJECT_DEVELOPER)
    updated = Project.update_member(member.member_id, project.project_id, [role])
    assert updated.roles == [role]
    assert Project.get_member(member.member_id, project.project_id).raw == updated.raw


def test_an_update_without_roles_changes_nothing(project):
    member = person(project)
    assert Project.update_member(member.member_id, project.project_id, None).raw == member.raw


def test_a_role_takes_effect_at_once(emulator, project):
    account = service_account_of(emulator, "project.user")
    reader = emulator.sign_in("project.user")
    assert "dataconnector.update" not in Project.list_permissions(project.project_id, auth=reader)
    Project.update_member(account, project.project_id, [Role.PROJECT_DEVELOPER])
    assert "dataconnector.update" in Project.list_permissions(project.project_id, auth=reader)


def test_who_is_removed_sees_the_project_no_more(emulator, project):
    account = service_account_of(emulator, "project.user")
    reader = emulator.sign_in("project.user")
    Project.remove_member(account, project.project_id)
    with pytest.raises(Forbidden):
        Project.get_project(project.project_id, auth=reader)
    with pytest.raises(NotFound):
        Project.get_member(account, project.project_id)


def test_nobody_is_a_member_twice(project):
    member = person(project)
    with pytest.raises(Conflict):
        person(project)
    Project.remove_member(member.member_id, project.project_id)
    assert person(project).member_id == member.member_id


@pytest.mark.parametrize(
    ("email", "roles"),
    [
        ("kari", [Role.PROJECT_USER]),
        ("kari@example.com", []),
        ("kari@example.com", [Role.PROJECT_USER, Role.PROJECT_ADMIN]),
        ("kari@example.com", [Role.ORGANIZATION_ADMIN]),
        ("kari@example.com", ["project.nobody"]),
    ],
)
def test_a_member_of_a_project_needs_an_address_and_one_of_its_roles(project, email, roles):
    with pytest.raises(BadRequest):
        Project.add_member(project.project_id, email, roles)


@pytest.mark.parametrize(
    "call",
    [
        lambda member, project, auth: Project.add_member(project, "ola@example.com", [Role.PROJECT_USER], auth=auth),
        lambda member, project, auth: Project.update_member(member, project, [Role.PROJECT_ADMIN], auth=auth),
        lambda member, project, auth: Project.remove_member(member, project, auth=auth),
    ],
    ids=["add", "update", "remove"],
)
def test_a_developer_may_only_read_members(emulator, project, call):
    developer = emulator.sign_in("project.developer")
    before = [member.raw for member in Project.list_members(project.project_id, auth=developer)]
    with pytest.raises(Forbidden):
        call(service_account_of(emulator, "project.user"), project.project_id, developer)
    assert [member.raw for member in Project.list_members(project.project_id)] == before


def test_a_member_of_an_organization_is_read_as_it_is_listed(organization):
    (admin,) = Organization.list_members(organization.organization_id)
    assert admin.roles == [Role.ORGANIZATION_ADMIN]
    assert Organization.get_member(admin.member_id, organization.organization_id).raw == admin.raw


def test_a_person_is_invited_to_an_organization(organization):
    member = Organization.add_member(
        organization.organization_id, "kari@example.com", [Role.ORGANIZATION_ADMIN]
    )
    assert (member.status, member.roles) == ("PENDING", [Role.ORGANIZATION_ADMIN])
    url = Organization.get_member_invite_url(member.member_id, organization.organization_id)
    assert url.startswith("http")
    Organization.remove_member(member.member_id, organization.organization_id)
    with pytest.raises(NotFound):
        Organization.get_member(member.member_id, organization.organization_id)


def test_an_admin_of_the_organization_may_everything_in_its_projects(emulator, organization, project):
    email = emulator.accounts["project.user"]["email"]
    reader = emulator.sign_in("project.user")
    Organization.add_member(organization.organization_id, email, [Role.ORGANIZATION_ADMIN])
    assert "project.delete" in Project.list_permissions(project.project_id, auth=reader)
    assert "project.create" in Organization.list_permissions(organization.organization_id, auth=reader)


def test_the_members_of_an_organization_are_for_its_admins(emulator, organization):
    with pytest.raises(Forbidden):
        Organization.list_members(organization.organization_id, auth=emulator.sign_in("project.developer"))
    with pytest.raises(BadRequest):
        Organization.add_member(organization.organization_id, "kari@example.com", [Role.PROJECT_USER])
