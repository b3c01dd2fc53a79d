/** What a simulation found: facts only, in base units, merged in the order of cells and bins. No money, no charts. */
package org.swarmload.sim.result;
