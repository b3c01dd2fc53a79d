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
        PointChart.Line line = new PointChart.Line(
                "hybrid",
                Ink.SECOND,
                List.of(new PointChart.Point(1, 0, 0, 0), new PointChart.Point(2, 0.5, 0.5, high)));
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
                Axis.of(Axis.Kind.SHARE, "offload", 1),
                List.of(new PointChart.Panel("upload-cap 1Mbps", List.of(line))),
                List.of(new TimeChart.Key("hybrid", Ink.SECOND, false)));
    }

    @Test
    void shouldLabelPlacesAsTheyWereWrittenUnlessTheyTouch() {
        assertThat(renderer.svg(chart(0.5)))
                .contains(">10k<", ">100k<", "viewers (logarithmic)", "upload-cap 1Mbps", "hybrid")
                .doesNotContain("10.1k");
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
