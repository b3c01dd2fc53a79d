package org.swarmload.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PointPlotTest {
    private final ChartRenderer renderer = new ChartRenderer();

    private static PointChart chart(double high) {
        return chart(0, high, Axis.of(Axis.Kind.SHARE, "offload", 1), 0);
    }

    private static PointChart chart(double first, double high, Axis axis, double least) {
        PointChart.Line line = new PointChart.Line(
                "hybrid",
                Ink.SECOND,
                List.of(new PointChart.Point(1, first, first, first), new PointChart.Point(2, 0.5, 0.5, high)));
        return new PointChart(
                "sweep-offload",
                "offload against viewers",
                "subtitle",
                "what to see",
                "viewers (logarithmic)",
                List.of(
                        new PointChart.Place(1, "10k"),
                        new PointChart.Place(1.001, "10.1k"),
                        new PointChart.Place(2, "100k")),
                axis,
                least,
                List.of(new PointChart.Panel("upload-cap 1Mbps", List.of(line))),
                List.of(new TimeChart.Key("hybrid", Ink.SECOND, false)));
    }

    @Test
    void shouldLabelPlacesAsTheyWereWrittenUnlessTheyTouch() {
        assertThat(renderer.svg(chart(0.5)))
                .contains(">10k<", ">100k<", "viewers (logarithmic)", "upload-cap 1Mbps", "hybrid")
                .doesNotContain("10.1k");
    }

    /** From 0.004 to 0.5 USD: every decade has as much room, and labels are numbers that people say. */
    @Test
    void shouldLabelDecadesOfALogarithmicAxis() {
        String svg = renderer.svg(chart(0.004, 0.5, Axis.ofMoney("cost, logarithmic", "USD", 0.5), 0.0032));

        assertThat(svg).contains(">0.005<", ">0.01<", ">0.02<", ">0.05<", ">0.1<", ">0.2<", ">0.5<");
        assertThat(svg).doesNotContain(">0.002<", ">1<");
    }

    @Test
    void shouldDrawIntervals() throws IOException {
        assertThat(inked(chart(0.9))).isGreaterThan(inked(chart(0.5)) + 100);
    }

    /** Pixels in the line's colour. */
    private long inked(PointChart chart) throws IOException {
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(renderer.png(chart)));
        long count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += (image.getRGB(x, y) & 0xFFFFFF) == 0xE69F00 ? 1 : 0;
            }
        }
        return count;
    }
}
