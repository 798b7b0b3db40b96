package org.enlace.ui;

import java.util.List;
import java.util.Locale;

/**
 * Numbers side by side, drawn as bars. Draw it with {@code @template.ui.BarChart(…)}, with the table of its figures beneath: the picture alone says nothing to who
 * cannot see it.
 *
 * @param bars in the order in which they stand below each other
 */
public record BarChart(List<Bar> bars) {

    /**
     * @param number the dark part of the bar
     * @param most how far a lighter part goes on; no less than the number
     * @param said the numbers in words
     */
    public record Bar(String label, double number, double most, String said) {}

    String width(double number) {
        var longest = bars.stream().mapToDouble(Bar::most).max().orElse(0);
        return String.format(Locale.ROOT, "%.2f", longest == 0 ? 0 : 100 * number / longest);
    }
}
