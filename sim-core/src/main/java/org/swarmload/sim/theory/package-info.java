/** Closed formulas that stand beside simulated results. Pure functions of a model; nothing here is simulated. */
package org.swarmload.sim.theory;
