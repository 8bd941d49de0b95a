"""Lists over many pages through DT's Python package."""

import disruptive as dt
import pytest


@pytest.fixture
def connectors(project):
    """Seven Data Connectors, as the API lists them on one page."""
    for number in range(7):
        config = dt.DataConnector.HttpPushConfig(url=f"https://{number}.example")
        dt.DataConnector.create_data_connector(project.project_id, config)
    return [connector.raw for connector in dt.DataConnector.list_data_connectors(project.project_id)]


@pytest.mark.parametrize("size", [1, 3, 7, 8])
def test_pages_of_any_size_make_the_same_list(project, connectors, size):
    listed = dt.DataConnector.list_data_connectors(project.project_id, params={"pageSize": size})
    assert [connector.raw for connector in listed] == connectors


def test_every_page_but_the_last_is_full(emulator, project, connectors):
    path = f"GET /v2/projects/{project.project_id}/dataconnectors"
    before = emulator.journal().count(path)
    dt.DataConnector.list_data_connectors(project.project_id, params={"pageSize": 3})
    assert emulator.journal().count(path) == before + 3


def test_a_fleet_of_many_pages_is_listed_whole(emulator):
    emulator.control("POST", "reset", {"seed": "fleet", "projects": 250, "connectorsPerProject": 1})
    projects = [project.project_id for project in dt.Project.list_projects()]
    assert len(projects) == len(set(projects)) == 250
