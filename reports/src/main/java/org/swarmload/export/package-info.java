/** What machines read: the files of a run's folder. Every figure of the report is in {@code summary.json}. */
package org.swarmload.export;
