package org.parley.setting;

import java.net.URI;
import java.net.URISyntaxException;

/** The address of a web site or of a folder in it: http or https, a host, and perhaps a path; kept without a slash at its end. */
public final class WebAddress extends Rule<String> {
    private static final long serialVersionUID = 1;

    private static final String RULE = "be an http or https address without a query, as https://example.org/talks";

    @Override
    public String convert(String value) {
        return given(value);
    }

    @Override
    protected String read(String value) {
        try {
            URI address = new URI(value);
            if (!Rules.Url.isWeb(address)
                    || address.getUserInfo() != null
                    || address.getQuery() != null
                    || address.getFragment() != null) {
                throw must(RULE, value);
            }
            return address.toASCIIString().replaceAll("/+$", "");
        } catch (URISyntaxException e) {
            throw must(RULE, value);
        }
    }
}
