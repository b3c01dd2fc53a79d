/** Pickers of the bt client, run as they are. The only package that knows bt. */
package org.swarmload.sim.picker.bt;
