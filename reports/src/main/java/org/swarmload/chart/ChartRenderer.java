package org.swarmload.chart;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Draws charts: PNG at twice the chart's size in pixels, or SVG. Needs no screen. */
public final class ChartRenderer {
    private static final int PNG_SCALE = 2;

    /** The picture as PNG. */
    public byte[] png(Chart chart) {
        BufferedImage image =
                new BufferedImage(chart.width() * PNG_SCALE, chart.height() * PNG_SCALE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.scale(PNG_SCALE, PNG_SCALE);
        sheet(chart).draw(graphics, area(chart));
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        // In memory: a cache file would want a shutdown hook, which an interrupted run can no longer have.
        try (MemoryCacheImageOutputStream stream = new MemoryCacheImageOutputStream(bytes)) {
            ImageIO.write(image, "png", stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The picture as an {@code svg} element without XML declaration, ready to stand in an HTML page. */
    public String svg(Chart chart) {
        Document document = GenericDOMImplementation.getDOMImplementation()
                .createDocument("http://www.w3.org/2000/svg", "svg", null);
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        // Tenths of a pixel are enough to read, and keep the file small.
        context.setPrecision(1);
        context.setComment(null);
        // Several pictures share one page: their ids must not meet.
        context.setIDGenerator(new SVGIDGenerator() {
            @Override
            public String generateID(String prefix) {
                return chart.id() + "-" + super.generateID(prefix);
            }
        });
        SVGGraphics2D graphics = new SVGGraphics2D(context, false);
        sheet(chart).draw(graphics, area(chart));
        Element root = graphics.getRoot();
        root.setAttribute("viewBox", "0 0 " + chart.width() + " " + chart.height());
        root.setAttribute("width", Integer.toString(chart.width()));
        root.setAttribute("height", Integer.toString(chart.height()));
        root.setAttribute("role", "img");
        root.setAttribute("aria-label", chart.title() + ". " + chart.alt());
        StringWriter text = new StringWriter();
        try {
            graphics.stream(root, text, true, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String svg = text.toString();
        // Labels were placed with the metrics of Java's sans serif; these fonts share them almost everywhere.
        return svg.substring(svg.indexOf("<svg"))
                .replace("id=\"genericDefs\"", "id=\"" + chart.id() + "-generic\"")
                .replace("font-family=\"sans-serif\"", "font-family=\"'DejaVu Sans', Verdana, sans-serif\"")
                .replace("font-family:sans-serif", "font-family:'DejaVu Sans', Verdana, sans-serif");
    }

    private static Rectangle2D area(Chart chart) {
        return new Rectangle2D.Double(0, 0, chart.width(), chart.height());
    }

    private static JFreeChart sheet(Chart chart) {
        if (chart instanceof TimeChart time) {
            return new TimePlot(time).draw();
        }
        if (chart instanceof BarChart bars) {
            return new BarPlot(bars).draw();
        }
        if (chart instanceof BoxChart boxes) {
            return new BoxPlot(boxes).draw();
        }
        if (chart instanceof HeatChart heat) {
            return new HeatPlot(heat).draw();
        }
        if (chart instanceof PointChart points) {
            return new PointPlot(points).draw();
        }
        if (chart instanceof ScatterChart scatter) {
            return new ScatterPlot(scatter).draw();
        }
        if (chart instanceof RangeChart ranges) {
            return new RangePlot(ranges).draw();
        }
        return new CurvePlot((CurveChart) chart).draw();
    }
}
