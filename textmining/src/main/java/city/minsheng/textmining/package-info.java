/**
 * 文本挖掘: Chinese text in, findings out. Plain functions: no Spring, no files, no clock, no threads of their own.
 *
 * <p>Whoever calls brings the texts and the time; what is learned is a value that can be kept and compared.
 */
@NullMarked
package city.minsheng.textmining;

import org.jspecify.annotations.NullMarked;
