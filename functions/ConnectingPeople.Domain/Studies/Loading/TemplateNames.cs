using Fluid;
using Fluid.Ast;

namespace ConnectingPeople.Domain.Studies.Loading;

/// <summary>What a template names.</summary>
internal sealed class TemplateNames : AstVisitor
{
    private readonly HashSet<string> variables = [];
    private readonly HashSet<string> filters = [];

    private TemplateNames()
    {
    }

    /// <summary>Filters that depend on their input alone.</summary>
    public static IReadOnlyList<string> AllowedFilters { get; } = ["default", "capitalize", "downcase", "upcase", "strip", "truncate"];

    public IReadOnlySet<string> Variables => variables;

    public IReadOnlySet<string> Filters => filters;

    /// <summary>Whether it has only words and variables as they are.</summary>
    public bool IsOnlyOutput { get; private set; } = true;

    public static TemplateNames Of(IFluidTemplate template)
    {
        TemplateNames names = new();
        names.VisitTemplate(template);
        return names;
    }

    public override Statement Visit(Statement statement)
    {
        IsOnlyOutput &= statement is TextSpanStatement or CommentStatement or RawStatement
            or OutputStatement { Expression: MemberExpression { Segments.Count: 1 }, Filters: null or [] };
        return base.Visit(statement);
    }

    protected override Expression VisitMemberExpression(MemberExpression memberExpression)
    {
        variables.Add(string.Join('.', memberExpression.Segments.Select(segment => (segment as IdentifierSegment)?.Identifier ?? "[]")));
        return base.VisitMemberExpression(memberExpression);
    }

    protected override Expression VisitFilterExpression(FilterExpression filterExpression)
    {
        filters.Add(filterExpression.Name);
        return base.VisitFilterExpression(filterExpression);
    }
}
