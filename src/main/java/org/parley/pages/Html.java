package org.parley.pages;

/** A page that is being written. What comes from the record goes in by {@link #text}, which lets nothing of it be markup. */
final class Html {
    private final StringBuilder page = new StringBuilder();

    /** @param markup the program's own, with nothing of the record in it */
    Html markup(String markup) {
        page.append(markup);
        return this;
    }

    /** Text, between tags or in an attribute's quotation marks. */
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

    /** An element with a text of the record, which may be written from the right. */
    Html element(String name, String text) {
        return markup("<" + name + " dir=\"auto\">").text(text).markup("</" + name + ">");
    }

    /** No control character may stand in HTML, and no half of a surrogate pair in UTF-8. */
    private static boolean isAllowed(int character) {
        return !(Character.isISOControl(character) && character != '\n' && character != '\t')
                && Character.getType(character) != Character.SURROGATE;
    }

    @Override
    public String toString() {
        return page.toString();
    }
}
