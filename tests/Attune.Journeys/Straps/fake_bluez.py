#!/usr/bin/env python3
"""The Bluetooth service of Linux, as far as a browser asks it for one heart-rate strap, on a bus of its own in the folder that it is given.

One adapter and one strap, which has its services only while it is connected. Told by lines: "say HEX" (one notification), "lose" (out of reach),
"near" (in reach again); ends when nothing more can come. Says by lines "ready ADDRESS", then what the browser asked for: discovering, connected,
notifying, silent, disconnected. Needs Debian's dbus, python3-dbus and python3-gi.
"""
import os
import subprocess
import sys

import dbus
import dbus.bus
import dbus.mainloop.glib
import dbus.service
from gi.repository import GLib

OBJECTS = "org.freedesktop.DBus.ObjectManager"
PROPERTIES = "org.freedesktop.DBus.Properties"
ADAPTER, DEVICE, AGENTS = "org.bluez.Adapter1", "org.bluez.Device1", "org.bluez.AgentManager1"
SERVICE, CHARACTERISTIC, DESCRIPTOR = "org.bluez.GattService1", "org.bluez.GattCharacteristic1", "org.bluez.GattDescriptor1"

AT_ADAPTER = "/org/bluez/hci0"
ADDRESS = "C0:DE:00:00:00:01"
AT_STRAP = AT_ADAPTER + "/dev_" + ADDRESS.replace(":", "_")
SETTINGS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <policy context="default"><allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/></policy>
</busconfig>
"""
HEART_RATE, MEASUREMENT, SUBSCRIPTION = (f"0000{short}-0000-1000-8000-00805f9b34fb" for short in ("180d", "2a37", "2902"))


def tell(word):
    print(word, flush=True)


class Thing(dbus.service.Object):
    """What has properties under one interface, and tells when they change."""

    def __init__(self, bus, path, interface, properties):
        super().__init__(bus, path)
        self.path, self.interface, self.properties = path, interface, dbus.Dictionary(properties, signature="sv")

    def known(self):
        return dbus.Dictionary({self.interface: self.properties}, signature="sa{sv}")

    def change(self, **changed):
        self.properties.update(changed)
        self.PropertiesChanged(self.interface, dbus.Dictionary(changed, signature="sv"), dbus.Array([], signature="s"))

    @dbus.service.method(PROPERTIES, in_signature="s", out_signature="a{sv}")
    def GetAll(self, interface):
        return self.properties if interface == self.interface else dbus.Dictionary({}, signature="sv")

    @dbus.service.method(PROPERTIES, in_signature="ss", out_signature="v")
    def Get(self, interface, name):
        return self.properties[name]

    @dbus.service.method(PROPERTIES, in_signature="ssv")
    def Set(self, interface, name, value):
        self.change(**{name: value})

    @dbus.service.signal(PROPERTIES, signature="sa{sv}as")
    def PropertiesChanged(self, interface, changed, invalidated):
        pass


class Agents(Thing):
    """Where a browser offers to ask its user for a pairing code; a strap has none."""

    @dbus.service.method(AGENTS, in_signature="os")
    def RegisterAgent(self, agent, capability):
        pass

    @dbus.service.method(AGENTS, in_signature="o")
    def UnregisterAgent(self, agent):
        pass

    @dbus.service.method(AGENTS, in_signature="o")
    def RequestDefaultAgent(self, agent):
        pass


class Adapter(Thing):
    def __init__(self, bus, path, properties):
        super().__init__(bus, path, ADAPTER, properties)
        self.found = None

    @dbus.service.method(ADAPTER, in_signature="a{sv}")
    def SetDiscoveryFilter(self, wanted):
        pass

    @dbus.service.method(ADAPTER)
    def StartDiscovery(self):
        self.change(Discovering=True)
        tell("discovering")
        GLib.idle_add(self.found)

    @dbus.service.method(ADAPTER)
    def StopDiscovery(self):
        self.change(Discovering=False)


class Measurement(Thing):
    @dbus.service.method(CHARACTERISTIC)
    def StartNotify(self):
        self.change(Notifying=True)
        tell("notifying")

    @dbus.service.method(CHARACTERISTIC)
    def StopNotify(self):
        self.change(Notifying=False)
        tell("silent")

    def say(self, value):
        self.change(Value=dbus.ByteArray(value))


class Strap(Thing):
    """Like a real one: it answers a connection only within reach, and tells its services anew after each."""

    def __init__(self, bus, path, properties, everything):
        super().__init__(bus, path, DEVICE, properties)
        self.bus, self.everything = bus, everything
        self.parts, self.measurement, self.asked, self.near = [], None, None, True

    @dbus.service.method(DEVICE, async_callbacks=("done", "failed"))
    def Connect(self, done, failed):
        self.asked = done
        if self.near:
            self.connect()

    @dbus.service.method(DEVICE)
    def Disconnect(self):
        self.drop()
        tell("disconnected")

    def come_near(self):
        self.near = True
        if self.asked:
            self.connect()

    def connect(self):
        self.change(Connected=True)
        at = self.path + "/service0010"
        self.measurement = Measurement(self.bus, at + "/char0011", CHARACTERISTIC, {
            "UUID": MEASUREMENT, "Service": dbus.ObjectPath(at), "Value": dbus.ByteArray(b""), "Notifying": False,
            "Flags": dbus.Array(["notify"], signature="s")})
        self.parts = [
            Thing(self.bus, at, SERVICE, {
                "UUID": HEART_RATE, "Device": dbus.ObjectPath(self.path), "Primary": True, "Includes": dbus.Array([], signature="o")}),
            self.measurement,
            Thing(self.bus, at + "/char0011/desc0013", DESCRIPTOR, {
                "UUID": SUBSCRIPTION, "Characteristic": dbus.ObjectPath(at + "/char0011"), "Value": dbus.ByteArray(b"\0\0")}),
        ]
        for part in self.parts:
            self.everything.add(part)
        self.change(ServicesResolved=True)
        done, self.asked = self.asked, None
        done()
        tell("connected")

    def drop(self):
        self.change(ServicesResolved=False, Connected=False)
        for part in reversed(self.parts):
            self.everything.remove(part)
        self.parts, self.measurement = [], None


class Everything(dbus.service.Object):
    """The root, which knows what there is."""

    def __init__(self, bus):
        super().__init__(bus, "/")
        self.things = {}

    def add(self, thing):
        self.things[thing.path] = thing
        self.InterfacesAdded(thing.path, thing.known())

    def remove(self, thing):
        del self.things[thing.path]
        self.InterfacesRemoved(thing.path, [thing.interface])
        thing.remove_from_connection()

    @dbus.service.method(OBJECTS, out_signature="a{oa{sa{sv}}}")
    def GetManagedObjects(self):
        return dbus.Dictionary({path: thing.known() for path, thing in self.things.items()}, signature="oa{sa{sv}}")

    @dbus.service.signal(OBJECTS, signature="oa{sa{sv}}")
    def InterfacesAdded(self, path, known):
        pass

    @dbus.service.signal(OBJECTS, signature="oas")
    def InterfacesRemoved(self, path, interfaces):
        pass


def start_bus(folder):
    """Gives back the daemon and its address."""
    settings = os.path.join(folder, "bus.conf")
    with open(settings, "w", encoding="utf-8") as file:
        file.write(SETTINGS.format(socket=os.path.join(folder, "bus")))
    daemon = subprocess.Popen(
        ["dbus-daemon", "--config-file=" + settings, "--nofork", "--nopidfile", "--print-address"],
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    return daemon, daemon.stdout.readline().strip()


def main(folder):
    daemon, address = start_bus(folder)
    try:
        play(address)
    finally:
        daemon.kill()
        daemon.wait()


def play(address):
    dbus.mainloop.glib.DBusGMainLoop(set_as_default=True)
    bus = dbus.bus.BusConnection(address)
    everything = Everything(bus)
    everything.add(Agents(bus, "/org/bluez", AGENTS, {}))
    adapter = Adapter(bus, AT_ADAPTER, {
        "Address": "C0:DE:00:00:00:00", "AddressType": "public", "Name": "adapter", "Alias": "adapter", "Class": dbus.UInt32(0),
        "Powered": True, "Discoverable": False, "DiscoverableTimeout": dbus.UInt32(0), "Pairable": True, "PairableTimeout": dbus.UInt32(0),
        "Discovering": False, "UUIDs": dbus.Array([], signature="s"), "Modalias": "usb:v1D6Bp0246d0000"})
    everything.add(adapter)
    strap = Strap(bus, AT_STRAP, {
        "Address": ADDRESS, "AddressType": "random", "Name": "Strap", "Alias": "Strap", "Adapter": dbus.ObjectPath(AT_ADAPTER),
        "Paired": False, "Trusted": False, "Blocked": False, "LegacyPairing": False, "Connected": False, "ServicesResolved": False,
        "UUIDs": dbus.Array([HEART_RATE], signature="s")}, everything)
    everything.add(strap)
    adapter.found = lambda: strap.change(RSSI=dbus.Int16(-50))
    # The name last: who waits for it finds everything in its place.
    bus.request_name("org.bluez")
    loop = GLib.MainLoop()
    # Unbuffered, so that no line waits in a buffer that the loop does not see.
    lines = open(sys.stdin.fileno(), "rb", buffering=0)

    def told(*_):
        line = lines.readline().decode().split()
        if not line:
            loop.quit()
        elif line[0] == "say":
            strap.measurement.say(bytes.fromhex(line[1]))
        elif line[0] == "lose":
            strap.near = False
            strap.drop()
        elif line[0] == "near":
            strap.come_near()
        return bool(line)

    GLib.io_add_watch(lines.fileno(), GLib.IO_IN | GLib.IO_HUP, told)
    tell("ready " + address)
    loop.run()


if __name__ == "__main__":
    main(sys.argv[1])
