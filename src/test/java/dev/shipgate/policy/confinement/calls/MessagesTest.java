package dev.shipgate.policy.confinement.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MessagesTest {

    @Test
    void errorsOfTheVirtualMachineReadAlikeWithoutTheirMessage() {
        assertThat(Messages.getMessage(new NullPointerException("Cannot invoke Generated0A3F.x()")))
                .isEqualTo(Messages.getMessage(new NullPointerException()))
                .isEqualTo("A value is missing: it is null.");
        assertThat(Messages.getMessage(new ClassCastException("class A of loader @1f2e")))
                .isEqualTo(Messages.getMessage(new ClassCastException()));
        assertThat(Messages.getMessage(new ArrayStoreException("java.lang.Integer")))
                .isEqualTo(Messages.getMessage(new ArrayStoreException()));
        assertThat(Messages.getMessage(new ArrayIndexOutOfBoundsException("Index 1 out of bounds for length 0")))
                .isEqualTo(Messages.getMessage(new ArrayIndexOutOfBoundsException()));
        assertThat(Messages.getMessage(new ArithmeticException()))
                .isEqualTo(Messages.getMessage(new ArithmeticException("/ by zero")))
                .isEqualTo("/ by zero");
    }

    @Test
    void whatARuleSaysItselfIsKept() {
        assertThat(Messages.getMessage(new IllegalStateException("no budget"))).isEqualTo("no budget");
        assertThat(Messages.getMessage(new IllegalStateException())).isNull();
        assertThat(Messages.words(new IllegalStateException("no budget")))
                .isEqualTo("java.lang.IllegalStateException: no budget");
    }

    @Test
    void anErrorGoesOnAlsoWhereItIsTheCauseOfAnException() {
        Error full = new StackOverflowError();

        assertThatThrownBy(() -> Messages.requireException(new IllegalStateException(full)))
                .isSameAs(full);
        Messages.requireException(new IllegalStateException(new IllegalArgumentException()));
    }
}
