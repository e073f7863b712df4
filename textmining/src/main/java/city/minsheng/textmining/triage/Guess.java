package city.minsheng.textmining.triage;

import java.util.List;

/** @param probability calibrated: of guesses with 0.9, nine in ten are right @param words that spoke for it, the strongest first */
public record Guess(String label, double probability, List<String> words) {}
