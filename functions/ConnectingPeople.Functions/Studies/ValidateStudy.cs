using System.Text;
using ConnectingPeople.Domain.Studies;
using ConnectingPeople.Functions.Access;
using ConnectingPeople.Functions.Requests;

namespace ConnectingPeople.Functions.Studies;

/// <summary>
/// Checks a definition before it is put in use. A definition with errors is a good question with a sad answer, so that is a 200 as
/// well; the field <c>valid</c> tells.
/// </summary>
public sealed class ValidateStudy(SignedIn signedIn)
{
    private const int MaxBytes = 1024 * 1024;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    [Function(nameof(ValidateStudy))]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/study/validate")] HttpRequest request, CancellationToken cancellation)
    {
        if (signedIn.Refuses(request, out _, Role.Administrator) is { } refusal)
        {
            return refusal;
        }

        if (await Body.ReadAsync(request, MaxBytes, cancellation) is not { } body)
        {
            return Problem.TooLarge(MaxBytes);
        }

        try
        {
            return Results.Ok(StudyCheckAnswer.Of(StudyDefinition.Load(Strict.GetString(body).TrimStart('\uFEFF'), "definition")));
        }
        catch (DecoderFallbackException)
        {
            return Problem.BadRequest("The body isn't text in UTF-8. Send the definition as it stands in its file.");
        }
    }
}
