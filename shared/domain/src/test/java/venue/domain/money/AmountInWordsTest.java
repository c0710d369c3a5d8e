package venue.domain.money;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import venue.domain.base.Money;

class AmountInWordsTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(textBlock = """
            1005.06,          人民币壹仟零伍元零陆分
            100000000,        人民币壹亿元整
            10010000.10,      人民币壹仟零壹万元壹角整
            0,                人民币零元整
            0.05,             人民币伍分
            0.50,             人民币伍角整
            0.55,             人民币伍角伍分
            10,               人民币壹拾元整
            1409.50,          人民币壹仟肆佰零玖元伍角整
            6007.14,          人民币陆仟零柒元壹角肆分
            107000.53,        人民币壹拾万柒仟元伍角叁分
            16409.02,         人民币壹万陆仟肆佰零玖元零贰分
            325.04,           人民币叁佰贰拾伍元零肆分
            100001,           人民币壹拾万零壹元整
            1000000001,       人民币壹拾亿零壹元整
            120034000500.60,  人民币壹仟贰佰亿叁仟肆佰万零伍佰元陆角整
            48256300.00,      人民币肆仟捌佰贰拾伍万陆仟叁佰元整
            1200000000000,    人民币壹万贰仟亿元整
            1000000000000,    人民币壹万亿元整
            """)
    void writesAsBanksDo(String figures, String words) {
        assertEquals(words,
                AmountInWords.of(Money.yuan(figures)));
        assertEquals(Optional.of(Money.yuan(figures)), AmountInWords.read(words));
    }

    @ParameterizedTest(name = "{0} names {1}")
    @CsvSource(textBlock = """
            壹仟零壹万元壹角,                10010000.10
            人民币：壹仟零壹万零元壹角正,     10010000.10
            肆仟捌佰贰拾伍万陆仟叁佰圆正,     48256300.00
            （人民币）贰拾万元整,            200000.00
            两万元整,                       20000.00
            拾万元整,                       100000.00
            壹佰贰拾叁元肆角伍分,            123.45
            壹佰元零伍分,                    100.05
            一千二百三十万元整,              12300000.00
            人民币 伍佰万 元 整,             5000000.00
            壹拾万零柒仟元伍角叁分整,         107000.53
            """)
    void readsWhatBiddersWrite(String words, String figures) {
        assertEquals(Optional.of(Money.yuan(figures)), AmountInWords.read(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "整", "元整", "壹贰元整", "壹佰壹佰元整", "壹拾壹佰元整", "12元整", "壹元贰",
            "壹万贰万元整", "壹元整壹角", "abc", "零佰元整", "壹元壹角壹角"})
    void refusesWhatNamesNoAmount(String words) {
        assertEquals(Optional.empty(), AmountInWords.read(words));
    }

    @Test
    void agreesToTheCentOnly() {
        assertTrue(AmountInWords.agree(Money.yuan("1005.06"), "壹仟零伍元零陆分"));
        assertFalse(AmountInWords.agree(Money.yuan("1005.07"), "壹仟零伍元零陆分"));
        assertFalse(AmountInWords.agree(Money.yuan("1005.06"), "壹仟零伍元"));
    }

    @Test
    void readsBackEverythingItWrites() {
        var random = new Random(20261123);
        for (int i = 0; i < 20_000; i++) {
            long cents = random.nextLong(1L << random.nextInt(1, 59));
            var amount = new Money(BigDecimal.valueOf(cents, 2));
            var words = AmountInWords.of(amount);
            assertEquals(Optional.of(amount), AmountInWords.read(words), words);
        }
    }

    @Test
    void hasNoWordsForDebtsAndForTheUnimaginable() {
        assertThrows(IllegalArgumentException.class,
                () -> AmountInWords.of(Money.yuan("-0.01")));
        assertThrows(IllegalArgumentException.class,
                () -> AmountInWords.of(Money.yuan("10000000000000000")));
    }
}
