using PhoneNumbers;

namespace ConnectingPeople.Domain.Participants;

/// <summary>A phone number that can be texted, in E.164.</summary>
public sealed record PhoneNumber
{
    private PhoneNumber(string e164) => E164 = e164;

    public string E164 { get; }

    /// <summary>Reads a number as people of <paramref name="region"/> write it.</summary>
    /// <returns>The number, or why it can't be texted, in words for the person who typed it.</returns>
    public static Result<PhoneNumber> Parse(string text, string region = "GB")
    {
        PhoneNumberUtil numbers = PhoneNumberUtil.GetInstance();
        PhoneNumbers.PhoneNumber number;
        try
        {
            number = numbers.Parse(text, region);
        }
        catch (NumberParseException)
        {
            return Result<PhoneNumber>.Failure("isn't a phone number. Write it like 07700 900123 or +447700900123.");
        }

        string e164 = numbers.Format(number, PhoneNumberFormat.E164);
        if (IsForDrama(e164))
        {
            return new PhoneNumber(e164);
        }

        if (!numbers.IsValidNumber(number))
        {
            return Result<PhoneNumber>.Failure("isn't a number that exists: a digit may be missing or wrong.");
        }

        return numbers.GetNumberType(number) is PhoneNumberType.MOBILE or PhoneNumberType.FIXED_LINE_OR_MOBILE
            ? new PhoneNumber(e164)
            : Result<PhoneNumber>.Failure("can't be texted: it's a landline or a special number. Give a mobile number.");
    }

    public override string ToString() => $"…{E164[^2..]}";

    /// <summary>Numbers that Ofcom keeps for drama: never anybody's, so that demonstrations and tests can use them.</summary>
    private static bool IsForDrama(string e164) => e164.Length == 13 && e164.StartsWith("+447700900", StringComparison.Ordinal);
}
