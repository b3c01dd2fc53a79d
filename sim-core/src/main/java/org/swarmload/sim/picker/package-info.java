/** Which piece to ask for next. {@link org.swarmload.sim.picker.PiecePicker} is the seam that engineers plug into. */
package org.swarmload.sim.picker;
