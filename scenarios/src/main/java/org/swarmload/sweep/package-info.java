/** Sweeps: the same study at many points of a scenario, on the same audiences, and what is kept of each. */
package org.swarmload.sweep;
