package org.swarmload.chart;

import java.awt.Color;

/**
 * What a mark is drawn with. Colours are those of Okabe and Ito, which people with any common colour blindness can tell
 * apart; lines differ by dash and marker as well, so a grey print can be read. Sources of bytes share no colour with
 * the first four deliveries: a reader never takes one for the other.
 */
public enum Ink {
    ORIGIN(0xD55E00, Dash.SOLID, Marker.NONE),
    EDGES(0x0072B2, Dash.SOLID, Marker.NONE),
    SEEDS(0xF0E442, Dash.SOLID, Marker.NONE),
    PEERS(0x009E73, Dash.SOLID, Marker.NONE),

    FIRST(0x000000, Dash.SOLID, Marker.CIRCLE),
    SECOND(0xE69F00, Dash.LONG, Marker.SQUARE),
    THIRD(0x56B4E9, Dash.SHORT, Marker.TRIANGLE),
    FOURTH(0xCC79A7, Dash.DASH_DOT, Marker.DIAMOND),
    FIFTH(0x0072B2, Dash.SOLID, Marker.SQUARE),
    SIXTH(0x009E73, Dash.LONG, Marker.TRIANGLE),
    SEVENTH(0xD55E00, Dash.DASH_DOT, Marker.CIRCLE),
    EIGHTH(0x999999, Dash.SHORT, Marker.DIAMOND),

    DEMAND(0x000000, Dash.SOLID, Marker.NONE),
    CAPACITY(0xCC79A7, Dash.LONG, Marker.NONE),
    ATTEMPTS(0x56B4E9, Dash.SOLID, Marker.NONE),
    REFUSALS(0xD55E00, Dash.SOLID, Marker.NONE),

    WELL(0x56B4E9, Dash.SOLID, Marker.NONE),
    STALLED(0xE69F00, Dash.SOLID, Marker.NONE),
    GAVE_UP(0xF0E442, Dash.SOLID, Marker.NONE),
    FAILED(0xD55E00, Dash.SOLID, Marker.NONE),
    LEFT(0x999999, Dash.SOLID, Marker.NONE),
    WAITING(0xCC79A7, Dash.SOLID, Marker.NONE),

    OWN_LINE(0x999999, Dash.SOLID, Marker.NONE),
    FAULT(0x333333, Dash.SOLID, Marker.NONE),
    FIXED(0xCC79A7, Dash.SOLID, Marker.NONE),

    HELD(0x0072B2, Dash.SOLID, Marker.CIRCLE),
    BROKEN(0xD55E00, Dash.SOLID, Marker.TRIANGLE),
    CHOSEN(0x000000, Dash.SOLID, Marker.DIAMOND),
    LIMIT(0x333333, Dash.LONG, Marker.NONE),
    BEYOND(0xE4E4E4, Dash.SOLID, Marker.NONE);

    private static final Ink[] DELIVERIES = {FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH, SEVENTH, EIGHTH};

    private final int rgb;
    private final Dash dash;
    private final Marker marker;

    Ink(int rgb, Dash dash, Marker marker) {
        this.rgb = rgb;
        this.dash = dash;
        this.marker = marker;
    }

    /** The ink of the n-th delivery of a scenario, the same in every chart; from the ninth on they repeat. */
    public static Ink ofDelivery(int index) {
        return DELIVERIES[index % DELIVERIES.length];
    }

    Color color() {
        return new Color(rgb);
    }

    float[] dash() {
        return dash.pattern;
    }

    Marker marker() {
        return marker;
    }

    /** White or black, whichever is easier to read on this ink. */
    Color textOn() {
        double red = (rgb >> 16 & 0xFF) / 255.0;
        double green = (rgb >> 8 & 0xFF) / 255.0;
        double blue = (rgb & 0xFF) / 255.0;
        return 0.299 * red + 0.587 * green + 0.114 * blue > 0.45 ? Color.BLACK : Color.WHITE;
    }

    private enum Dash {
        SOLID(null),
        LONG(new float[] {9, 4}),
        SHORT(new float[] {3, 3}),
        DASH_DOT(new float[] {9, 3, 2, 3});

        private final float[] pattern;

        Dash(float[] pattern) {
            this.pattern = pattern;
        }
    }

    enum Marker {
        NONE,
        CIRCLE,
        SQUARE,
        TRIANGLE,
        DIAMOND
    }
}
