using System.Globalization;
using ConnectingPeople.Domain.Forms;
using ConnectingPeople.Functions.Site;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace ConnectingPeople.Functions.Forms;

/// <summary>How the form answers: as pages for participants, with the headers that all pages have.</summary>
public sealed class FormPages(FormToken tokens, IOptions<SiteOptions> site)
{
    private readonly bool isHttps = site.Value.PublicUrl.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    /// <summary>Shows a page.</summary>
    public IResult Show<TPage>(FormWords words, object? parameters = null, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        Answer(new RazorComponentResult<TPage>(new RouteValueDictionary(parameters) { ["Words"] = words }) { StatusCode = status });

    /// <summary>Shows a question, to be answered or with what is wrong with what was.</summary>
    /// <param name="form">The form.</param>
    /// <param name="question">Which.</param>
    /// <param name="fromCheck">Whether one came to put an answer right.</param>
    /// <param name="entered">What was written; null for what is stored.</param>
    /// <param name="error">What is wrong with it; null for nothing.</param>
    /// <param name="worries">Whether to say above all else where to turn.</param>
    public IResult Ask(OpenForm form, FormQuestion question, bool fromCheck, EnteredAnswer? entered = null, string? error = null, bool worries = false) =>
        Show<FormQuestionPage>(
            form.Words,
            new
            {
                Form = form,
                Asked = question,
                FromCheck = fromCheck,
                Entered = entered ?? EnteredAnswer.Of(question.Answer),
                Error = error,
                Worries = worries,
                Proof = Proof(form),
            },
            error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);

    /// <summary>Shows the answers, to be checked and sent.</summary>
    public IResult Check(OpenForm form, string? error = null) => Show<FormCheckPage>(
        form.Words, new { Form = form, Proof = Proof(form), Error = error }, error is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);

    /// <summary>Sends the browser on, so that a reload doesn't send an answer again.</summary>
    public IResult GoTo(string address) => Answer(new SeeOther(address));

    /// <summary>The one page for links that are forged, cut, foreign, too old, or lead to a form that was closed: nobody learns which.</summary>
    public IResult NotFound() => Show<FormMessagePage>(FormWords.Plain, new { Message = FormWords.NotFound }, StatusCodes.Status404NotFound);

    /// <summary>More was sent than any answer needs; there is a way back to the question.</summary>
    public IResult TooLarge(OpenForm form, string back) =>
        Show<FormMessagePage>(form.Words, new { Message = form.Words.TooLarge, Back = back }, StatusCodes.Status413PayloadTooLarge);

    /// <summary>Too many pages at once.</summary>
    public IResult Busy(HttpRequest request, TimeSpan wait)
    {
        request.HttpContext.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return Show<FormMessagePage>(FormWords.Plain, new { Message = FormWords.Busy }, StatusCodes.Status429TooManyRequests);
    }

    /// <summary>Whether something was sent from a page of this form that we showed, and not too long ago.</summary>
    public bool IsProven(OpenForm form, HttpRequest request, string? proof) => tokens.Fits(request, proof, Subject(form));

    private string Proof(OpenForm form) => tokens.Make(Subject(form));

    /// <summary>No address of a person looks like this, so a form's proof is never one of a signed-in person's.</summary>
    private static string Subject(OpenForm form) => $"form {form.Token}";

    private PageResult Answer(IResult result) => new(result, isHttps);
}
