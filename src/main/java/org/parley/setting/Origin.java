package org.parley.setting;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The origin of a web page, normalized to the form that browsers send: in lower case, without the scheme's default port, and without a
 * slash at the end; or {@code *} for all.
 */
public final class Origin extends Rule<String> {
    private static final long serialVersionUID = 1;

    public static final String ALL = "*";

    private static final Pattern FORM =
            Pattern.compile("(https?)://([a-z0-9._-]+|\\[[0-9a-f:.]+])(?::(\\d{1,5}))?/?", Pattern.CASE_INSENSITIVE);

    private static final String RULE = "be an origin, as https://example.org, or *";

    @Override
    public String convert(String value) {
        return given(value);
    }

    @Override
    protected String read(String value) {
        if (value.equals(ALL)) {
            return ALL;
        }
        if (value.chars().anyMatch(letter -> letter > 127)) {
            throw must("be an origin whose host is written as browsers send it, in ASCII (xn--...)", value);
        }
        Matcher origin = FORM.matcher(value);
        if (!origin.matches()) {
            throw must(RULE, value);
        }
        String scheme = origin.group(1).toLowerCase(Locale.ROOT);
        int own = scheme.equals("https") ? 443 : 80;
        int port = origin.group(3) == null ? own : Integer.parseInt(origin.group(3));
        if (port == 0 || port > 65535) {
            throw must(RULE, value);
        }
        return scheme + "://" + origin.group(2).toLowerCase(Locale.ROOT) + (port == own ? "" : ":" + port);
    }
}
