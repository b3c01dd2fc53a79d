/** Pickers on the same crowd: runs in pairs, paired differences, and a ranking that says tie where the data do. */
package org.swarmload.duel;
