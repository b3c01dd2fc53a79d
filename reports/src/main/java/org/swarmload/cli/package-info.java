/** The command line: the only place that prints, exits and looks at the wall clock. */
package org.swarmload.cli;
