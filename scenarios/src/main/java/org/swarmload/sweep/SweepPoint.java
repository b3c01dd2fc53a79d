package org.swarmload.sweep;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.swarmload.scenario.Scenario;

/**
 * One point of a sweep.
 *
 * @param number from 0, in the order of the table
 * @param values of what varies, as they were written, in the order of the options
 * @param stamp the same for points whose results are equal: of the program's version, the deliveries and the effective
 *     scenario, which says everything else
 */
public record SweepPoint(int number, List<String> values, Scenario scenario, String stamp) {
    public SweepPoint {
        values = List.copyOf(values);
    }

    static SweepPoint of(int number, List<String> values, Scenario scenario, List<String> deliveries, String version) {
        String inputs = String.join("\n", version, String.join(",", deliveries), scenario.effectiveYaml());
        return new SweepPoint(number, values, scenario, sha256(inputs));
    }

    private static String sha256(String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
