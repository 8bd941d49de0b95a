"""An event of every type that the emulated devices can publish, and publishing it."""

import disruptive as dt
from disruptive import events

TIME = "2025-01-02T03:04:05.678901Z"
HEARD_BY = [events.NetworkStatusCloudConnector(device_id="c0000000000000000009", signal_strength=40, rssi=-80)]

EVENTS = [
    events.Touch(),
    events.Touch(timestamp=TIME),
    events.Temperature(celsius=21.5),
    events.Temperature(celsius=21, samples=[], is_backfilled=True, timestamp=TIME),
    events.ObjectPresent(state="PRESENT"),
    events.Humidity(celsius=22.4, relative_humidity=17),
    events.Humidity(celsius=22, relative_humidity=17, is_backfilled=True, timestamp=TIME),
    events.ObjectPresentCount(total=4176),
    events.TouchCount(total=469),
    events.WaterPresent(state="NOT_PRESENT"),
    events.NetworkStatus(signal_strength=45),
    events.NetworkStatus(45, -83, "HIGH_POWER_BOOST_MODE", HEARD_BY, TIME),
    events.BatteryStatus(percentage=100),
    events.ConnectionStatus(connection="ETHERNET", available=["CELLULAR", "ETHERNET"]),
    events.EthernetStatus(mac_address="f0:b5:b7:00:0a:08", ip_address="10.0.0.1"),
    events.CellularStatus(signal_strength=80),
    events.Co2(ppm=526),
    events.Pressure(pascal=99301),
    events.Motion(state="MOTION_DETECTED"),
    events.DeskOccupancy(state="OCCUPIED"),
    events.DeskOccupancy(state="OCCUPIED", remarks=["INFERRED"]),
    events.Contact(state="OPEN"),
    events.ProbeWireStatus(state="FOUR_WIRE"),
]


def publish(device, data):
    """Lets an emulated device tell something, and gives the event as the device's history has it."""
    dt.Emulator.publish_event(device.device_id, device.project_id, data)
    return dt.EventHistory.list_events(device.device_id, device.project_id)[0]
