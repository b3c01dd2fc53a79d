package org.swarmload.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** How a value in base units is said to a person. The same words in the terminal, the page and the charts. */
public enum Unit {
    COUNT {
        @Override
        public String say(double value) {
            return value == Math.rint(value) || Math.abs(value) >= 1000 ? grouped(value, 0) : grouped(value, 1);
        }
    },
    /** A ratio, said in percent. */
    SHARE {
        @Override
        public String say(double value) {
            double percent = value * 100;
            if (percent > 0 && percent < 0.005) {
                return "<0.01 %";
            }
            if (percent < 100 && percent > 99.995) {
                return ">99.99 %";
            }
            boolean whole = percent == 0 || percent == 100;
            return grouped(percent, whole ? 0 : percent < 1 || percent >= 99.95 ? 2 : 1) + " %";
        }
    },
    SECONDS {
        @Override
        public String say(double value) {
            boolean whole = value == Math.rint(value) && (value == 0 || value >= 10);
            return grouped(value, whole ? 0 : value < 10 ? 2 : value < 100 ? 1 : 0) + " s";
        }
    },
    MINUTES {
        @Override
        public String say(double value) {
            boolean whole = value % 60 == 0;
            return grouped(value / 60, whole ? 0 : value < 600 ? 2 : 1) + " min";
        }
    },
    /** A plain number: three significant digits or more. */
    NUMBER {
        @Override
        public String say(double value) {
            double size = Math.abs(value);
            return grouped(value, value == Math.rint(value) || size >= 100 ? 0 : size >= 10 ? 1 : size >= 1 ? 2 : 4);
        }
    },
    /** Money per piece, which may be far below a cent. */
    PRICE {
        @Override
        public String say(double value) {
            return grouped(value, 4);
        }
    },
    BPS {
        @Override
        public String say(double value) {
            return scaled(value, "bps", "kbps", "Mbps", "Gbps", "Tbps");
        }
    },
    BYTES {
        @Override
        public String say(double value) {
            return scaled(value, "B", "kB", "MB", "GB", "TB");
        }
    },
    /** Money without its currency, to the cent. */
    MONEY {
        @Override
        public String say(double value) {
            return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
        }
    };

    /** The value in words of this unit, always with a point and the same digits on every machine. */
    public abstract String say(double value);

    /** A count with its noun: "1 viewer", "20,000 viewers". */
    public String say(double value, String noun) {
        return say(value) + " " + noun + (value == 1 ? "" : "s");
    }

    /** Gigabits per second without the unit, for a column whose head says it. */
    static String gigabits(double bps) {
        double value = bps / 1e9;
        if (value > 0 && value < 0.00005) {
            return "<0.0001";
        }
        return grouped(value, value >= 99.95 ? 0 : value >= 9.995 ? 1 : value >= 0.0995 ? 2 : 4);
    }

    /** Every digit of a decimal number, in groups. */
    static String exact(BigDecimal value) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMaximumFractionDigits(Math.max(0, value.scale()));
        return format.format(value);
    }

    private static String grouped(double value, int decimals) {
        DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_EVEN);
        return format.format(new BigDecimal(value));
    }

    /** Three significant digits in the greatest unit that the value fills. */
    private static String scaled(double value, String... units) {
        if (value == 0) {
            return "0 " + units[0];
        }
        int index = 0;
        double shown = value;
        while (Math.abs(shown) >= 999.5 && index < units.length - 1) {
            shown /= 1000;
            index++;
        }
        int decimals = Math.abs(shown) >= 99.95 || index == 0 ? 0 : Math.abs(shown) >= 9.995 ? 1 : 2;
        return grouped(shown, decimals) + " " + units[index];
    }
}
