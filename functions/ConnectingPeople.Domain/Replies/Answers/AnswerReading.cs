using System.Globalization;
using System.Runtime.CompilerServices;
using ConnectingPeople.Domain.Replies.Words;
using ConnectingPeople.Domain.Studies;
using NodaTime.Text;

namespace ConnectingPeople.Domain.Replies.Answers;

/// <summary>Reads a message as the answer to a question of each type.</summary>
internal sealed class AnswerReading(Vocabulary vocabulary, NumberAnswers numbers, LabelAnswers labels, YesNo yesNo)
{
    /// <summary>More options than a text message could list.</summary>
    private const int MostOffers = 63;

    /// <summary>What was made of a question's words once; a question of a definition lives as long as its study.</summary>
    private readonly ConditionalWeakTable<Question, Prepared> prepared = [];

    /// <summary>The message as an answer; unclear if it is none.</summary>
    public Understanding Read(Question question, in Message message, LocalDate? today)
    {
        if (message.Count == 0 && question is not TextQuestion)
        {
            return Understanding.Unclear;
        }

        return question switch
        {
            ScaleQuestion scale => OnScale(scale, message),
            CountQuestion count => Count(count, message),
            YesNoQuestion => yesNo.Find(message) is bool yes ? Understanding.Answer(yes ? "yes" : "no") : Understanding.Unclear,
            ChoiceQuestion choice => Choose(choice, message, several: false),
            ChoicesQuestion choices => Choose(choices, message, several: true),
            DateQuestion => Dates.Find(message, today) is LocalDate day ? Understanding.Answer(LocalDatePattern.Iso.Format(day)) : Understanding.Unclear,
            TextQuestion => Verbatim(message.Source),
            _ => Understanding.Unclear,
        };
    }

    /// <summary>The person's own words, without the space around them. Unclear if there is nothing to see.</summary>
    public static Understanding Verbatim(string reply)
    {
        string trimmed = reply.Trim();
        foreach (char c in trimmed)
        {
            if (!char.IsControl(c) && !char.IsWhiteSpace(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format)
            {
                return Understanding.Answer(trimmed);
            }
        }

        return Understanding.Unclear;
    }

    private Understanding OnScale(ScaleQuestion scale, in Message message)
    {
        int? number = numbers.Find(message, counting: false, scale.Max, Prepare(scale).Asked);
        if (number is int value)
        {
            return value >= scale.Min && value <= scale.Max
                ? Understanding.Answer(Text(value), scale.Labels.GetValueOrDefault(value))
                : Understanding.Unclear;
        }

        if (scale.Labels.Count == 0)
        {
            return Understanding.Unclear;
        }

        LabelBook book = Prepare(scale).Labels;
        ulong named = labels.Find(message, book, several: false);
        return named == 0 ? Understanding.Unclear : Name(book, named);
    }

    private Understanding Count(CountQuestion count, in Message message)
    {
        int? number = numbers.Find(message, counting: true, scaleMax: null, Prepare(count).Asked);
        return number is int value && value >= count.Min && value <= count.Max ? Understanding.Answer(Text(value)) : Understanding.Unclear;
    }

    private Understanding Choose(Question question, in Message message, bool several)
    {
        LabelBook book = Prepare(question).Labels;
        ulong named = book.Offers.Length > MostOffers ? 0 : labels.Find(message, book, several);
        return named == 0 ? Understanding.Unclear : Name(book, named);
    }

    private static Understanding Name(LabelBook book, ulong named)
    {
        if (ulong.IsPow2(named))
        {
            Offer only = book.Offers[(int)ulong.TrailingZeroCount(named)];
            return Understanding.Answer(only.Value, only.Label);
        }

        Offer[] chosen = [.. book.Offers.Where((_, index) => (named & (1UL << index)) != 0)];
        return Understanding.Answer(string.Join(';', chosen.Select(offer => offer.Value)), string.Join(';', chosen.Select(offer => offer.Label)));
    }

    private Prepared Prepare(Question question) => prepared.GetValue(question, asked => new Prepared(asked, vocabulary));

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A question's own words, read as replies are.</summary>
    private sealed class Prepared(Question question, Vocabulary vocabulary)
    {
        public AskedFor Asked { get; } = new(question);

        public LabelBook Labels { get; } = question switch
        {
            ScaleQuestion scale => LabelBook.Of(scale, vocabulary),
            ChoiceQuestion choice => LabelBook.Of(choice.Options, vocabulary),
            ChoicesQuestion choices => LabelBook.Of(choices.Options, vocabulary),
            _ => LabelBook.None,
        };
    }
}
