/**
 * 分诊: which of a city's categories a text belongs to, how surely, and by which words.
 *
 * <p>A {@link city.minsheng.textmining.triage.Triage} is learned from texts that people have decided. It keeps no text: words are
 * known to it by a number only, and those that occur once not at all.
 */
@NullMarked
package city.minsheng.textmining.triage;

import org.jspecify.annotations.NullMarked;
