using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace ConnectingPeople.Functions.Twilio;

/// <summary>The account that texts.</summary>
public sealed class TwilioOptions : IValidatableObject
{
    [Required(ErrorMessage = "Twilio__AccountSid is missing: copy it from the Twilio console (AC…).")]
    [RegularExpression("^AC[0-9a-fA-F]{32}$", ErrorMessage = "Twilio__AccountSid must be AC and 32 hexadecimal digits.")]
    public string AccountSid { get; set; } = "";

    [Required(ErrorMessage = "Twilio__AuthToken is missing: copy it from the Twilio console.")]
    public string AuthToken { get; set; } = "";

    /// <summary>The number messages come from; needed without <see cref="MessagingServiceSid"/>.</summary>
    public string From { get; set; } = "";

    /// <summary>The messaging service that chooses a number; wins over <see cref="From"/>.</summary>
    public string MessagingServiceSid { get; set; } = "";

    [Required(ErrorMessage = "Twilio__BaseUrl is missing: https://api.twilio.com, or the simulator's address.")]
    [WebAddress(ErrorMessage = "Twilio__BaseUrl isn't an address such as https://api.twilio.com.")]
    public string BaseUrl { get; set; } = "";

    [Required(ErrorMessage = "Twilio__OptOutHandledBy is empty: write twilio or app, or leave the setting out for twilio.")]
    [RegularExpression("^(twilio|app)$", ErrorMessage = "Twilio__OptOutHandledBy must be twilio (Twilio blocks and confirms STOP) or app.")]
    public string OptOutHandledBy { get; set; } = "twilio";

    public bool CarrierAnswers => OptOutHandledBy == "twilio";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrEmpty(From) && string.IsNullOrEmpty(MessagingServiceSid))
        {
            yield return new ValidationResult("Twilio__From or Twilio__MessagingServiceSid is missing: messages need a sender.");
        }
    }
}

[OptionsValidator]
public sealed partial class TwilioOptionsValidator : IValidateOptions<TwilioOptions>;
