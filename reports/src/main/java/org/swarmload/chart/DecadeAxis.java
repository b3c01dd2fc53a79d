package org.swarmload.chart;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A logarithmic value axis with labels at 1, 2 and 5 times the powers of ten. */
final class DecadeAxis extends LogAxis {
    private static final long serialVersionUID = 1;
    private static final int[] STEPS = {1, 2, 5};

    /** @param least its beginning, in base units */
    DecadeAxis(Axis axis, double least) {
        super(axis.caption());
        setRange(least / axis.divisor(), axis.shownUpper());
        setTickUnit(new NumberTickUnit(1));
        Look.style(this);
    }

    @Override
    protected List<NumberTick> refreshTicksVertical(Graphics2D graphics, Rectangle2D area, RectangleEdge edge) {
        List<NumberTick> ticks = new ArrayList<>();
        int first = (int) Math.floor(Math.log10(getLowerBound()));
        int last = (int) Math.ceil(Math.log10(getUpperBound()));
        for (int power = first; power <= last; power++) {
            for (int step : STEPS) {
                double value = Double.parseDouble(step + "e" + power);
                if (getRange().contains(value)) {
                    String label = Look.numbers(Math.pow(10, power)).format(value);
                    ticks.add(new NumberTick(value, label, TextAnchor.CENTER_RIGHT, TextAnchor.CENTER_RIGHT, 0));
                }
            }
        }
        return ticks;
    }
}
