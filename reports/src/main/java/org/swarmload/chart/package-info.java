/**
 * Charts. A chart is a record in which every decision (unit, axis, order, what a line means) is made; the renderer only
 * draws it with JFreeChart, as PNG or as SVG.
 */
package org.swarmload.chart;
