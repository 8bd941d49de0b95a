"""Devices through DT's Python package: what the console suggests label keys from."""

import disruptive as dt


def test_a_device_is_read_as_it_is_listed(project):
    listed = dt.Device.list_devices(project.project_id)
    assert listed != []
    for device in listed:
        assert device.project_id == project.project_id
        assert dt.Device.get_device(device.device_id, project.project_id).raw == device.raw


def test_a_device_has_the_name_of_its_label(project):
    for device in dt.Device.list_devices(project.project_id):
        assert device.display_name == device.labels.get("name")


def test_a_device_is_found_without_its_project(project):
    device = dt.Device.list_devices(project.project_id)[0]
    assert dt.Device.get_device(device.device_id).raw == device.raw


def test_what_a_device_reported_is_understood(project):
    reported = [device.reported for device in dt.Device.list_devices(project.project_id)]
    temperatures = [state.temperature for state in reported if state is not None and state.temperature is not None]
    assert temperatures != []
    assert all(isinstance(event.celsius, float | int) for event in temperatures)


def test_devices_are_filtered_by_type_and_by_id(project):
    every = dt.Device.list_devices(project.project_id)
    wanted = every[0]
    same_type = [device.device_id for device in every if device.device_type == wanted.device_type]
    by_type = dt.Device.list_devices(project.project_id, device_types=[wanted.device_type])
    assert [device.device_id for device in by_type] == same_type
    by_id = dt.Device.list_devices(project.project_id, device_ids=[wanted.device_id])
    assert [device.raw for device in by_id] == [wanted.raw]


def test_devices_are_filtered_by_label(project):
    labelled = next(device for device in dt.Device.list_devices(project.project_id) if "name" in device.labels)
    found = dt.Device.list_devices(project.project_id, label_filters={"name": labelled.labels["name"]})
    assert labelled.device_id in [device.device_id for device in found]
    assert {device.labels["name"] for device in found} == {labelled.labels["name"]}
