package org.swarmload.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.swarmload.study.NightsHeld;
import org.swarmload.study.RunFigures.Figure;
import org.swarmload.study.StudyResult.Verdict;
import org.swarmload.sweep.PointResult;

/** A point of a sweep as a file. What is read from it, written again, is the same text. */
final class PointJson {
    private static final int SCHEMA_VERSION = 1;

    private PointJson() {}

    /** @param paths of what varies */
    static String text(List<String> paths, PointResult point) {
        return Json.document(json -> {
            json.field("schemaVersion", SCHEMA_VERSION);
            members(json, paths, point);
        });
    }

    static void members(Json json, List<String> paths, PointResult point) {
        json.object("values", () -> {
            for (int i = 0; i < paths.size(); i++) {
                json.field(paths.get(i), point.values().get(i));
            }
        });
        json.field("digest", point.digest()).field("stamp", point.stamp()).field("currency", point.currency());
        json.object(
                "deliveries",
                () -> point.deliveries()
                        .forEach(delivery -> json.object(delivery.name(), () -> delivery(json, delivery))));
    }

    private static void delivery(Json json, PointResult.Delivery delivery) {
        json.object(
                "metrics",
                () -> delivery.figures()
                        .forEach((name, figure) -> json.object(
                                name,
                                () -> json.field("mean", (Double) figure.mean()).field("ci95", figure.ci95()))));
        json.array(
                "objectives",
                () -> delivery.promises()
                        .forEach(promise -> json.value(() -> json.field("objective", promise.objective())
                                .field("verdict", promise.verdict().name().toLowerCase(Locale.ROOT)))));
        if (delivery.held() != null) {
            json.object(
                    "nights",
                    () -> json.field("n", delivery.held().nights())
                            .field("held", delivery.held().held())
                            .field("low", (Double) delivery.held().low())
                            .field("high", (Double) delivery.held().high()));
        }
        json.array(
                "runs",
                () -> delivery.runs()
                        .forEach(run -> json.value(() -> json.field("replication", run.replication())
                                .field("digest", run.digest())
                                .object("metrics", () -> json.fields(run.figures())))));
    }

    /** Empty if the text is no point that this program wrote. */
    static Optional<PointResult> read(String text) {
        try {
            JsonNode root = new ObjectMapper().readTree(text);
            if (root.path("schemaVersion").asInt() != SCHEMA_VERSION
                    || !root.path("stamp").isTextual()
                    || !root.path("digest").asText().matches("[0-9a-f]{16}")) {
                return Optional.empty();
            }
            List<String> values = new ArrayList<>();
            root.path("values").forEach(value -> values.add(value.asText()));
            List<PointResult.Delivery> deliveries = new ArrayList<>();
            root.path("deliveries").properties().forEach(one -> deliveries.add(delivery(one.getKey(), one.getValue())));
            return Optional.of(new PointResult(
                    values,
                    root.get("stamp").asText(),
                    root.get("digest").asText(),
                    root.path("currency").asText(),
                    deliveries));
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static PointResult.Delivery delivery(String name, JsonNode node) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        node.path("metrics")
                .properties()
                .forEach(one -> figures.put(
                        one.getKey(),
                        new Figure(
                                one.getValue().path("mean").asDouble(),
                                one.getValue().path("ci95").isNumber()
                                        ? (Double) one.getValue().get("ci95").asDouble()
                                        : null)));
        List<PointResult.Promise> promises = new ArrayList<>();
        node.path("objectives")
                .forEach(one -> promises.add(new PointResult.Promise(
                        one.path("objective").asText(),
                        Verdict.valueOf(one.path("verdict").asText().toUpperCase(Locale.ROOT)))));
        List<PointResult.Run> runs = new ArrayList<>();
        node.path("runs")
                .forEach(one -> runs.add(new PointResult.Run(
                        one.path("replication").asInt(), one.path("digest").asText(), figures(one.path("metrics")))));
        JsonNode nights = node.path("nights");
        NightsHeld held = nights.isObject()
                ? NightsHeld.of(nights.path("n").asInt(), nights.path("held").asInt())
                : null;
        return new PointResult.Delivery(name, figures, promises, held, runs);
    }

    /** Numbers by name, as {@link Json#fields} writes them. */
    static Map<String, Double> figures(JsonNode node) {
        Map<String, Double> figures = new LinkedHashMap<>();
        node.properties()
                .forEach(one -> figures.put(one.getKey(), one.getValue().asDouble()));
        return figures;
    }
}
