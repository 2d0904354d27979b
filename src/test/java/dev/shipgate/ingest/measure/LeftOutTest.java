package dev.shipgate.ingest.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LeftOutTest {

    private final LeftOut leftOut = new LeftOut();

    @Test
    void addsUpWhatHasOneCause() {
        leftOut.add("by the mapping", "login", 1, 0L);
        leftOut.add("by the mapping", "order", 299, 299L);
        leftOut.add("as they are in no group", null, 7, 0L);
        assertThat(leftOut.notes())
                .containsExactly(
                        "300 requests, 299 of them failed, are left out by the mapping: login, order.",
                        "7 requests, none of them failed, are left out as they are in no group.");
    }

    @Test
    void saysWhichOneRequestIsLeftOut() {
        leftOut.add("by the mapping", "order", 1, 1L);
        assertThat(leftOut.notes()).containsExactly("1 request, which failed, is left out by the mapping: order.");
    }

    @Test
    void joinsTheFiguresOfOneNameThatComeOneByOne() {
        leftOut.add("by the mapping", "order", new Summary(P95.of(90.0), null, null));
        leftOut.add("by the mapping", "order", new Summary(P95.UNKNOWN, null, 400L));
        leftOut.add("by the mapping", "order", new Summary(P95.UNKNOWN, 0.25, null));
        assertThat(leftOut.notes())
                .containsExactly("400 requests, 100 of them failed, are left out by the mapping: order.");
    }

    @Test
    void saysWhatTheFileDoesNot() {
        leftOut.add("by the mapping", "order", new Summary(P95.of(90.0), 0.5, null));
        leftOut.add("as they have no tag", "pay", new Summary(P95.of(90.0), null, 20L));
        leftOut.add("as they are from before", null, 1, null);
        assertThat(leftOut.notes())
                .containsExactly(
                        "Requests, whose number the file does not say, are left out by the mapping: order.",
                        "20 requests, of which the file does not say how many failed, are left out as they have no tag: pay.",
                        "1 request, of which the file does not say how many failed, is left out as they are from before.");
    }

    @Test
    void saysHowManyAreCalledASuccessInSpiteOfTheirStatus() {
        leftOut.add("by the mapping", "order", 300, 0L);
        leftOut.contradictingStatus("by the mapping", 299);
        leftOut.contradictingStatus("by the mapping", 1);
        assertThat(leftOut.notes())
                .containsExactly(
                        "300 requests, none of them failed, are left out by the mapping: order. The tool calls 300 of "
                                + "them a success, but their status is that of a failure, or there was no response.");
    }

    @Test
    void namesTenOfMany() {
        for (int i = 1; i <= 12; i++) {
            leftOut.add("by the mapping", "r" + i, 1, 0L);
        }
        assertThat(leftOut.notes())
                .containsExactly("12 requests, none of them failed, are left out by the mapping: "
                        + "r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, and others.");
    }
}
