package venue.tokens.host;

import java.lang.foreign.MemorySegment;
import java.nio.charset.Charset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import venue.tokens.wire.Found;
import venue.tokens.wire.Make;
import venue.tokens.wire.Place;
import venue.tokens.wire.Trouble;

/// SM2 media behind GM/T 0016: device, application with its PIN, container with its two keys.
final class SkfDriver implements Driver {

    private final Skf skf;
    private final Decrypting decrypting;

    SkfDriver(Make make) throws Trouble {
        var library = Library.load(make.library(), make.ulongBytes());
        this.skf = new Skf(library, Charset.forName(make.names()));
        this.decrypting = Decrypting.of(make.decrypting());
    }

    @Override
    public List<Found> list() throws Trouble {
        var found = new ArrayList<Found>();
        for (var device : skf.devices()) {
            try (var held = new Held()) {
                var connected = held.device(device);
                for (var application : skf.applications(connected)) {
                    list(device, application, held.application(connected, application), found);
                }
            }
        }
        return found;
    }

    private void list(String device, String name, MemorySegment application, List<Found> found)
            throws Trouble {
        int tries = skf.tries(application);
        for (var container : skf.containers(application)) {
            try (var held = new Held()) {
                var keys = keys(held.container(application, container));
                if (!keys.isEmpty()) {
                    found.add(new Found(new Place(device, name, container), device, tries, keys));
                }
            }
        }
    }

    @Override
    public Session open(Place place, byte[] pin) throws Trouble {
        var devices = skf.devices();
        var device = choose(devices, place.token());
        var held = new Held();
        try {
            var connected = held.device(device);
            var application = held.application(connected,
                    choose(skf.applications(connected), place.application()));
            skf.verifyPin(application, pin);
            var container = held.container(application,
                    choose(skf.containers(application), place.container()));
            var keys = keys(container);
            if (keys.isEmpty()) {
                throw new Trouble(Trouble.Kind.NO_KEY, place.container());
            }
            return new Opened(device, held, container, keys);
        } catch (Trouble e) {
            var judged = judged(device, e);
            try {
                held.close();
            } catch (Trouble later) {
                judged.addSuppressed(later);
            }
            throw judged;
        }
    }

    private static String choose(List<String> names, String wanted) throws Trouble {
        return names.stream().filter(name -> wanted.isEmpty() || name.equals(wanted)).findFirst()
                .orElseThrow(() -> new Trouble(Trouble.Kind.MISSING, wanted));
    }

    private List<Found.Key> keys(MemorySegment container) throws Trouble {
        var keys = new ArrayList<Found.Key>();
        skf.certificate(container, true)
                .ifPresent(der -> keys.add(new Found.Key(Found.Use.SIGN, der)));
        skf.certificate(container, false)
                .ifPresent(der -> keys.add(new Found.Key(Found.Use.ENCRYPT, der)));
        return keys;
    }

    /// Many drivers answer “failed” when the medium is gone: the list of devices tells.
    private Trouble judged(String device, Trouble trouble) {
        if (trouble.kind() != Trouble.Kind.REFUSED && trouble.kind() != Trouble.Kind.NO_KEY) {
            return trouble;
        }
        try {
            return skf.devices().contains(device)
                    ? trouble
                    : new Trouble(Trouble.Kind.REMOVED, trouble.detail());
        } catch (Trouble e) {
            return trouble;
        }
    }

    /// Handles to give back, the last one first.
    private final class Held implements AutoCloseable {

        private record Handle(String release, MemorySegment value) {}

        private final Deque<Handle> handles = new ArrayDeque<>();

        MemorySegment device(String name) throws Trouble {
            return keep("SKF_DisConnectDev", skf.connect(name));
        }

        MemorySegment application(MemorySegment device, String name) throws Trouble {
            return keep("SKF_CloseApplication", skf.openApplication(device, name));
        }

        MemorySegment container(MemorySegment application, String name) throws Trouble {
            return keep("SKF_CloseContainer", skf.openContainer(application, name));
        }

        private MemorySegment keep(String release, MemorySegment value) {
            handles.push(new Handle(release, value));
            return value;
        }

        @Override
        public void close() throws Trouble {
            while (!handles.isEmpty()) {
                var handle = handles.pop();
                if (handle.release().equals("SKF_CloseApplication")) {
                    skf.release("SKF_ClearSecureState", handle.value());
                }
                skf.release(handle.release(), handle.value());
            }
        }
    }

    private final class Opened implements Session {

        private final String device;
        private final Held held;
        private final MemorySegment container;
        private final List<Found.Key> keys;

        Opened(String device, Held held, MemorySegment container, List<Found.Key> keys) {
            this.device = device;
            this.held = held;
            this.container = container;
            this.keys = List.copyOf(keys);
        }

        @Override
        public List<Found.Key> keys() {
            return keys;
        }

        @Override
        public byte[] sign(int key, byte[] digest) throws Trouble {
            try {
                return skf.sign(container, digest);
            } catch (Trouble e) {
                throw judged(device, e);
            }
        }

        @Override
        public byte[] decrypt(int key, byte[] input) throws Trouble {
            try {
                return skf.decrypt(container, decrypting, input);
            } catch (Trouble e) {
                throw judged(device, e);
            }
        }

        @Override
        public void close() throws Trouble {
            held.close();
        }
    }
}
