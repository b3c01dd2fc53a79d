package org.swarmload.sim.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.swarmload.sim.picker.PickerProvider;
import org.swarmload.sim.picker.PiecePicker;
import org.swarmload.sim.picker.bt.BtPicker;
import org.swarmload.sim.picker.bt.SelectorProvider;

/**
 * Pickers and download policies from outside, by name. Immutable; {@link #install} makes one of these the process's own,
 * before a scenario is read, since names in scenarios are looked up when cells are made, on any thread.
 *
 * <p>What is plugged in is watched: an exception of it, or a piece that was not offered, ends the run as
 * {@link Misbehaved} and not as a bug of ours.
 */
public final class Plugins {
    public static final Plugins NONE = new Plugins(List.of(), List.of());

    private static final String NAME = "[a-z0-9][a-z0-9.-]*:[a-z0-9][a-z0-9.-]*";

    /** Of what comes with the program. */
    private static final List<String> TAKEN = List.of("bt:", "ttorrent:");

    private static volatile Plugins installed = NONE;

    /** @param origin what runs with it state: class, jar and checksum */
    public record Picker(String name, Supplier<PiecePicker> picker, String origin) {
        public static Picker of(PickerProvider provider, String origin) {
            return new Picker(provider.name(), provider::create, origin);
        }

        public static Picker of(SelectorProvider provider, String origin) {
            return new Picker(provider.name(), () -> BtPicker.of(provider), origin);
        }
    }

    /** @param origin what runs with it state: class, jar and checksum */
    public record Policy(String name, PolicyProvider provider, String origin) {
        public static Policy of(PolicyProvider provider, String origin) {
            return new Policy(provider.name(), provider, origin);
        }
    }

    /** What was plugged in broke its contract. The message says what, for people. */
    public static final class Misbehaved extends RuntimeException {
        private static final long serialVersionUID = 1;

        Misbehaved(String message, Throwable cause) {
            super(message, cause);
        }
    }

    private final List<Picker> pickers;
    private final List<Policy> policies;

    /** @throws IllegalArgumentException for names that are not allowed, or given twice */
    public Plugins(List<Picker> pickers, List<Policy> policies) {
        this.pickers = List.copyOf(pickers);
        this.policies = List.copyOf(policies);
        check(pickerNames(), "picker");
        check(policyNames(), "policy");
    }

    private static void check(List<String> names, String what) {
        List<String> seen = new ArrayList<>();
        for (String name : names) {
            if (name == null || !name.matches(NAME) || TAKEN.stream().anyMatch(name::startsWith)) {
                throw new IllegalArgumentException("a " + what + " is named '" + name
                        + "'.\nMaybe a prefix of your own, a colon and a name, in small letters, as in my:nearest.");
            }
            if (seen.contains(name)) {
                throw new IllegalArgumentException("two of them name a " + what + " '" + name + "'.");
            }
            seen.add(name);
        }
    }

    /** Those of this process. */
    public static Plugins installed() {
        return installed;
    }

    /** Makes these the process's own, instead of those before. */
    public static void install(Plugins plugins) {
        installed = plugins;
    }

    public List<String> pickerNames() {
        return pickers.stream().map(Picker::name).toList();
    }

    public List<String> policyNames() {
        return policies.stream().map(Policy::name).toList();
    }

    /** A fresh picker of that name, or null. */
    PiecePicker picker(String name) {
        for (Picker plugged : pickers) {
            if (plugged.name().equals(name)) {
                return new WatchedPicker(name, plugged.origin(), made(name, plugged.picker()));
            }
        }
        return null;
    }

    /** A fresh policy of that name. */
    public DownloadPolicy policy(String name, PiecePicker picker, int parallel) {
        for (Policy plugged : policies) {
            if (plugged.name().equals(name)) {
                DownloadPolicy made = made(name, () -> plugged.provider().create(picker, parallel));
                return new WatchedPolicy(name, plugged.origin(), made);
            }
        }
        throw new IllegalArgumentException("No policy '" + name + "'.\nMaybe one of " + policyNames() + ".");
    }

    /** Makes each once, and throws {@link Misbehaved} where that fails: better than in the middle of a run. */
    public Plugins tried() {
        pickers.forEach(plugged -> made(plugged.name(), plugged.picker()));
        policies.forEach(plugged ->
                made(plugged.name(), () -> plugged.provider().create(view -> view.first(0, view.pieces()), 1)));
        return this;
    }

    private static <T> T made(String name, Supplier<T> maker) {
        try {
            return Objects.requireNonNull(maker.get(), "nothing was made");
        } catch (RuntimeException | LinkageError e) {
            throw new Misbehaved("The plugin '" + name + "' cannot be made: " + e, e);
        }
    }
}
