package org.parley.pages;

/**
 * Builds an HTML page. Text of the record is added by {@link #text}, which escapes it, so that it can't add markup (cross-site
 * scripting).
 */
final class Html {
    private final StringBuilder page = new StringBuilder();

    /** @param markup markup of the program's own, without any text of the record */
    Html markup(String markup) {
        page.append(markup);
        return this;
    }

    /** Appends text between tags or in a quoted attribute, escaped. */
    Html text(String text) {
        text.codePoints().forEach(each -> {
            switch (each) {
                case '&' -> page.append("&amp;");
                case '<' -> page.append("&lt;");
                case '>' -> page.append("&gt;");
                case '"' -> page.append("&quot;");
                case '\'' -> page.append("&#39;");
                default -> page.appendCodePoint(isAllowed(each) ? each : 0xfffd);
            }
        });
        return this;
    }

    /** HTML allows no control characters but line feed and tab, and UTF-8 no unpaired surrogates; they are replaced by U+FFFD. */
    private static boolean isAllowed(int character) {
        return !(Character.isISOControl(character) && character != '\n' && character != '\t')
                && Character.getType(character) != Character.SURROGATE;
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
