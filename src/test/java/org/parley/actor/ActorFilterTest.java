package org.parley.actor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.Ask.found;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each condition of a filter on actors lets through. */
@QuarkusTest
class ActorFilterTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    { id: "dmitry-peskov" } | dmitry-peskov
                    { id: ["actor/china", "uae"] } | china uae
                    { kind: BLOC } | european-union europe western-allies-of-ukraine allies-of-ukraine the-west
                    { kind: [GROUP, STATE] } | kyiv-government moscow-government analysts-cited-by-reuters kyiv-residents ukraine russia united-states uae france united-kingdom china
                    # a state is on its own side
                    { side: "united-states" } | united-states steve-witkoff jared-kushner donald-trump marco-rubio unnamed-us-official us-state-department
                    { side: ["china", "actor/european-union"] } | china xi-jinping european-union katarina-mathernova
                    { countryCode: "AE" } | uae
                    { countryCode: ["GB", "FR"] } | united-kingdom france
                    { countryCode: "ae" } |
                    { source: "second-day-ends", kind: PERSON } | kyrylo-budanov kirill-dmitriev volodymyr-zelenskyy marco-rubio steve-witkoff donald-trump vladimir-putin
                    { source: ["source/first-round-ends"], kind: PERSON } | volodymyr-zelenskyy donald-trump unnamed-us-official
                    # Umerov and Zelenskyy are spoken of in texts of several origins, Tykhy only in the two copies of one
                    { singleOrigin: true, kind: PERSON, side: "ukraine" } | georgiy-tykhy andrii-sybiha kyrylo-budanov
                    { singleOrigin: false, kind: PERSON, side: "ukraine" } | rustem-umerov volodymyr-zelenskyy
                    { text: "ambassador", kind: PERSON } | katarina-mathernova
                    { text: "Зеленський", kind: PERSON } | volodymyr-zelenskyy
                    { text: "zelensky" } | volodymyr-zelenskyy
                    { and: [{ kind: PERSON }, { side: "russia" }] } | igor-kostyukov kirill-dmitriev dmitry-peskov vladimir-putin
                    { or: [{ countryCode: "CN" }, { id: "xi-jinping" }] } | china xi-jinping
                    { kind: STATE, not: { countryCode: ["UA", "RU"] } } | united-states uae france united-kingdom china
                    # the members of the public have no side
                    { kind: PERSON, not: { side: ["ukraine", "russia", "united-states", "european-union", "china"] } } | petro-kyiv-resident larisa-moscow anton-moscow
                    """)
    void a_condition_lets_through_what_the_stories_say(String filter, String slugs) {
        assertThat(found("actors", filter)).containsExactlyInAnyOrder(slugs == null ? new String[0] : slugs.split(" "));
    }

    @Test
    void whoever_has_no_country_code_is_not_of_a_country() {
        assertThat(found("actors", "{ not: { countryCode: \"UA\" } }"))
                .hasSize(51)
                .contains("volodymyr-zelenskyy");
    }
}
