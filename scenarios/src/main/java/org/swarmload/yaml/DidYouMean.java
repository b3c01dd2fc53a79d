package org.swarmload.yaml;

import java.util.Collection;
import java.util.Locale;

/** Finds the known word that a mistyped one most likely stands for. */
public final class DidYouMean {
    private DidYouMean() {}

    /** A hint line, or an empty text when no candidate is near. */
    static String hint(String written, Collection<String> candidates) {
        String best = nearest(written, candidates);
        return best.isEmpty() ? "" : "Maybe you meant " + best + ".";
    }

    /** A hint line that falls back to naming all candidates. */
    public static String hintOrList(String written, Collection<String> candidates) {
        String hint = hint(written, candidates);
        return hint.isEmpty() && !candidates.isEmpty() ? "Known here: " + Problems.listed(candidates) + "." : hint;
    }

    /** The nearest candidate, or an empty text when none is within a third of the longer word's length. */
    static String nearest(String written, Collection<String> candidates) {
        String best = "";
        int bestDistance = Integer.MAX_VALUE;
        for (String candidate : candidates) {
            int distance = distance(written.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            int allowed = Math.max(1, Math.max(written.length(), candidate.length()) / 3);
            if (distance <= allowed && distance < bestDistance) {
                best = candidate;
                bestDistance = distance;
            }
        }
        return best;
    }

    /** Edits between two words, where swapping two neighbouring letters is one edit (the commonest slip). */
    static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 40 || a.length() > 200 || b.length() > 200) {
            return Integer.MAX_VALUE;
        }
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            d[i][0] = i;
        }
        for (int j = 0; j <= b.length(); j++) {
            d[0][j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + change);
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
