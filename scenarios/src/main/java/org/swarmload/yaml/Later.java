package org.swarmload.yaml;

import java.util.List;

/** Words of the scenario language that this version knows and refuses, so that nobody hunts for a typing error. */
final class Later {
    private static final List<String> WORDS = List.of("isps", "seek", "locality", "sweep", "slots");

    private Later() {}

    /** The refusal of such a word, or an empty text. */
    static String message(String word) {
        return WORDS.contains(word) ? "'" + word + "' is not supported by this version." : "";
    }
}
