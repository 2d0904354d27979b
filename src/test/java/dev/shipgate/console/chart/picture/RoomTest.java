package dev.shipgate.console.chart.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shipgate.console.chart.picture.Chart.Text;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoomTest {

    private final Room room = new Room(50, 650);

    @Test
    void labelsStayOnTheLine() {
        assertThat(room.middle(60, 80)).isEqualTo(90);
        assertThat(room.middle(300, 80)).isEqualTo(300);
        assertThat(room.middle(649, 80)).isEqualTo(610);
    }

    @Test
    void noLabelIsLaidOverAnother() {
        assertThat(room.take(100, 40)).isTrue();
        assertThat(room.take(147, 40)).isFalse();
        assertThat(room.take(148, 40)).isTrue();
    }

    @Test
    void labelsOneAboveTheOtherMoveApart() {
        Text threshold = new Text("limit", "start", 656, 96, "threshold 5 %");
        Text usual = new Text("usual", "start", 656, 104, "usual 1 %");
        assertThat(Room.apart(List.of(usual, threshold), 100))
                .containsExactly(
                        new Text("usual", "start", 656, 100, "usual 1 %"),
                        new Text("limit", "start", 656, 87, "threshold 5 %"));
    }
}
