package org.parley.identifier;

import java.util.regex.Pattern;
import org.eclipse.microprofile.graphql.Description;

/** A data set, catalogue or register that has ids of its own for what the record is about. */
@Description("A data set, catalogue or register that has ids of its own for what the record is about.")
public enum IdentifierScheme {
    @Description("Armed Conflict Location and Event Data: an event, such as UKR12345.")
    ACLED,
    @Description("Correlates of War: the number of a state, such as 369.")
    COW(Form.NUMBER, "369"),
    @Description("Digital Object Identifier, without a web address before it, such as 10.1177/0022343315572497.")
    DOI("10\\.\\d{4,9}/\\S+", "10.1177/0022343315572497", "https://doi.org/"),
    @Description("Global Database of Events, Language and Tone: the number of an event.")
    GDELT(Form.NUMBER, "1221345678"),
    @Description("GeoNames: the number of a place, such as 703448.")
    GEONAMES(Form.NUMBER, "703448", "https://www.geonames.org/"),
    @Description("GLO-PAD, the database of peace and conflict actors.")
    GLOPAD,
    @Description("Gleditsch and Ward: the number of a state, such as 369.")
    GW(Form.NUMBER, "369"),
    @Description("ISO 3166-1 alpha-3: the code of a country, such as UKR.")
    ISO3166_1_A3("[A-Z]{3}", "UKR"),
    @Description("Mediation Events and Negotiators Database.")
    MEND,
    @Description("OpenSanctions: an entity, such as Q7747.")
    OPENSANCTIONS("[\\w-]+", "Q7747", "https://www.opensanctions.org/entities/"),
    @Description("PA-X Actors: an actor, such as CON_52.")
    PAAX("\\S+", "CON_52"),
    @Description("Peace Accords Matrix.")
    PAM,
    @Description("PA-X: the number of an agreement, such as 1847.")
    PAX_AGT(Form.NUMBER, "1847"),
    @Description("PA-X: the number of a peace process, such as 127.")
    PAX_PP(Form.NUMBER, "127"),
    @Description("The id of a person or organization in a file of the Popolo format.")
    POPOLO,
    @Description("PRIO-GRID: the number of a cell, such as 188567.")
    PRIO_GRID(Form.NUMBER, "188567"),
    @Description("Uppsala Conflict Data Program: the number of an actor, such as 61.")
    UCDP_ACTOR(Form.NUMBER, "61", "https://ucdp.uu.se/actor/"),
    @Description("Uppsala Conflict Data Program: the number of a conflict, such as 13246.")
    UCDP_CONFLICT(Form.NUMBER, "13246", "https://ucdp.uu.se/conflict/"),
    @Description("Uppsala Conflict Data Program: the number of a dyad, such as 14144.")
    UCDP_DYAD(Form.NUMBER, "14144"),
    @Description("Uppsala Conflict Data Program, Georeferenced Event Dataset: the number of an event, such as 147997.")
    UCDP_GED(Form.NUMBER, "147997"),
    @Description("Uppsala Conflict Data Program, Peace Agreement Dataset: the number of an agreement, such as 1434.")
    UCDP_PA(Form.NUMBER, "1434"),
    @Description("A web address that stands for what it names, http or https.")
    URL("https?://[^\\s/]+\\S*", "https://example.org/people/12", ""),
    @Description("Violent Incident Information from News Articles: an event.")
    VIINA,
    @Description("Wikidata: an item, such as Q212.")
    WIKIDATA("Q[1-9]\\d*", "Q212", "https://www.wikidata.org/wiki/");

    /** Forms that several schemes have: a constant of the enumeration itself is not there yet when these are made. */
    private static final class Form {
        static final String NUMBER = "\\d+";
    }

    private final Pattern form;
    private final String example;
    private final String address;

    /** A scheme whose ids may be any text. */
    IdentifierScheme() {
        this("(?s).*", "", null);
    }

    IdentifierScheme(String form, String example) {
        this(form, example, null);
    }

    /** @param address the web address of an id without the id, which is its end; null if it has none */
    IdentifierScheme(String form, String example, String address) {
        this.form = Pattern.compile(form);
        this.example = example;
        this.address = address;
    }

    /** The rule that the id breaks, such as "must be an id of WIKIDATA, such as Q212"; null if it breaks none. */
    String brokenRule(String id) {
        return form.matcher(id).matches() ? null : "must be an id of " + this + ", such as " + example;
    }

    /** The page about an id; null if its address does not follow from the id. */
    String address(String id) {
        return address == null ? null : address + id;
    }
}
