package org.swarmload.cli;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.swarmload.yaml.ScenarioReader;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of people as the scenario language has it: 800, 50k, 1.5M. */
final class ViewersConverter implements ITypeConverter<Integer> {
    private static final Pattern NUMBER = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)([kM]?)");

    @Override
    public Integer convert(String text) {
        Matcher matcher = NUMBER.matcher(text.strip());
        if (matcher.matches()) {
            int power = matcher.group(2).equals("k") ? 3 : matcher.group(2).equals("M") ? 6 : 0;
            BigDecimal value = new BigDecimal(matcher.group(1)).scaleByPowerOfTen(power);
            boolean whole = value.stripTrailingZeros().scale() <= 0;
            boolean inside =
                    value.signum() > 0 && value.compareTo(BigDecimal.valueOf(ScenarioReader.MOST_VIEWERS)) <= 0;
            if (whole && inside) {
                return value.intValueExact();
            }
        }
        throw new TypeConversionException("'" + text + "' is not a number of viewers from 1 to "
                + ScenarioReader.MOST_VIEWERS + ", such as 50k.");
    }
}
